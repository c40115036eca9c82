import { decidePauseChange } from '../billing/pause-membership.ts';
import type { Handler } from '../http/request.ts';
import { pausePreview } from '../views/pause-preview.ts';
import { ownPauseChange, pausableMembership } from './own-pause.ts';

export const previewOwnPauseChange: Handler<'member', 'previewOwnPauseChange'> = async (request) => {
  const scene = await pausableMembership(request, request.path.membershipId);
  return pausePreview(scene, decidePauseChange(scene, ownPauseChange(request.body), 'member'));
};
