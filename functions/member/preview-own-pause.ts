import { decidePause } from '../billing/pause-membership.ts';
import type { Handler } from '../http/request.ts';
import { pausePreview } from '../views/pause-preview.ts';
import { ownAskedPause, pausableMembership } from './own-pause.ts';

export const previewOwnPause: Handler<'member', 'previewOwnPause'> = async (request) => {
  const scene = await pausableMembership(request, request.path.membershipId);
  return pausePreview(scene, decidePause(scene, ownAskedPause(request.body)));
};
