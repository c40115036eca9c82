import type { UploadForm } from '../../shared/contract/views.ts';

/** One bucket of files. */
export interface Files {
  /** A form for exactly this key and type, at most `mostBytes` long, good for ten minutes. */
  uploadForm(key: string, contentType: string, mostBytes: number): Promise<UploadForm>;
  /** Size and first bytes of a file; undefined when it has not arrived. */
  peek(key: string): Promise<{ bytes: number; first: Uint8Array } | undefined>;
  /** A whole file; undefined when there is none. For small ones: it is held in memory. */
  read(key: string): Promise<Uint8Array | undefined>;
  /** An address that downloads the file under a name for five minutes. */
  downloadUrl(key: string, fileName: string): Promise<string>;
}
