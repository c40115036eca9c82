import { decidePause } from '../billing/pause-membership.ts';
import type { Handler } from '../http/request.ts';
import { pausePreview } from '../views/pause-preview.ts';
import { askedPause } from './asked-pause.ts';
import { sceneFor } from './billing-person.ts';

export const previewPause: Handler<'staff', 'previewPause'> = async (request) => {
  const scene = await sceneFor(request, request.path.memberId, request.path.membershipId);
  return pausePreview(scene, decidePause(scene, askedPause(request)));
};
