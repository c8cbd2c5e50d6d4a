/** Where a sitting of the device stands among the addresses of topics. */
export const ON_DEVICE = 'offline';
