/** Lets the browser keep `content` as a file, under `name`, where its downloads go. */
export function saveFile(page: Document, content: Blob, name: string): void {
  const address = URL.createObjectURL(content);
  const anchor = page.createElement('a');
  anchor.href = address;
  anchor.download = name;
  anchor.click();
  URL.revokeObjectURL(address);
}
