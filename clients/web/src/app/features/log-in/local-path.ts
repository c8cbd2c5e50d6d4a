/** A path of this client to go on to, from a parameter that anybody may have written; the lobby where it is none. */
export function localPath(wanted: string | undefined): string {
  return wanted && /^\/(?![/\\])/.test(wanted) ? wanted : '/';
}
