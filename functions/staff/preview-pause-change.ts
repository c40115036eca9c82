import { decidePauseChange } from '../billing/pause-membership.ts';
import type { Handler } from '../http/request.ts';
import { pausePreview } from '../views/pause-preview.ts';
import { askedChange } from './asked-pause.ts';
import { sceneFor } from './billing-person.ts';

export const previewPauseChange: Handler<'staff', 'previewPauseChange'> = async (request) => {
  const scene = await sceneFor(request, request.path.memberId, request.path.membershipId);
  return pausePreview(scene, decidePauseChange(scene, askedChange(request), 'staff'));
};
