import { useState } from 'react';
import type { MemberPage } from '../../../shared/contract/staff-operations.ts';
import { EnrolForm } from './EnrolForm.tsx';
import { Enrolled } from './Enrolled.tsx';

interface EnrolmentProps {
  readonly page: MemberPage;
  readonly onClose: () => void;
  readonly onChanged: () => void;
}

/** Enrolling, then telling the client about the portal (000-055). */
export default function Enrolment({ page, onClose, onChanged }: EnrolmentProps) {
  const [plan, setPlan] = useState<string>();
  return plan === undefined ? (
    <EnrolForm
      page={page}
      onCancel={onClose}
      onEnrolled={(name) => {
        setPlan(name);
        onChanged();
      }}
    />
  ) : (
    <Enrolled page={page} plan={plan} onClose={onClose} onChanged={onChanged} />
  );
}
