import type { Handler } from '../http/request.ts';
import { logoKey, longestLogo } from './logo-files.ts';

export const createLogoUpload: Handler<'staff', 'createLogoUpload'> = async (request) => {
  const { contentType } = request.body;
  const uploadId = request.newId('upload');
  const key = logoKey(request.slug, uploadId, contentType);
  return { uploadId, form: await request.instance.media.uploadForm(key, contentType, longestLogo) };
};
