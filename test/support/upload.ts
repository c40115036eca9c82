import type { UploadForm } from '../../shared/contract/views.ts';

/** The shortest file that begins as a PDF does. */
export const pdf = new TextEncoder().encode('%PDF-1.7\n%consent\n%%EOF\n');

/** Sends a form with a file as a browser does, perhaps with other fields than were given out. Resolves to the status. */
export async function upload(
  form: UploadForm,
  bytes: Uint8Array<ArrayBuffer>,
  fields: Readonly<Record<string, string>> = {},
): Promise<number> {
  const data = new FormData();
  for (const [name, value] of Object.entries({ ...form.fields, ...fields })) data.append(name, value);
  data.append('file', new Blob([bytes]), 'file');
  return (await fetch(form.url, { method: 'POST', body: data })).status;
}
