import type { Note } from '../../shared/domain/note.ts';
import type { Handler } from '../http/request.ts';
import { announce } from '../store/event-writes.ts';
import { keys } from '../store/keys.ts';
import { rowOf } from '../store/stored.ts';
import { insert } from '../store/table.ts';

export const addNote: Handler<'staff', 'addNote'> = async (request) => {
  const { slug, path, staff, at, body } = request;
  const noteId = request.newId('note');
  const note: Note = { noteId, text: body.text, writtenBy: staff.staffId, writtenAt: at };
  return request.change(async () => ({
    writes: [
      insert(rowOf(keys.note(slug, path.memberId, noteId), note)),
      announce(request.event('note.added', { noteId }, path.memberId)),
    ],
    reply: { noteId, text: note.text, by: staff.name, writtenAt: at },
  }));
};
