/**
 * What all objects share can be reached by no name and takes nothing more: `__proto__` is a name like any other. Before anything
 * else runs.
 */
Reflect.deleteProperty(Object.prototype, '__proto__');
Object.preventExtensions(Object.prototype);
