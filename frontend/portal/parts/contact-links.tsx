import { Globe, Mail, MapPin, Phone } from 'lucide-preact';
import { phoneForReading } from '../../../shared/wording/phone.ts';
import { usePortal } from '../portal-context.ts';

/** How to reach the salon, each way as a real link. */
export function ContactLinks({ all = false }: { all?: boolean }) {
  const { business, tongue } = usePortal();
  const { phone, email, website, address } = business.contact;
  const { page } = tongue.words;
  return (
    <ul class="contact">
      {phone !== undefined && (
        <li>
          <a href={`tel:${phone}`}>
            <Phone aria-hidden="true" size={20} />
            <span class="hidden">{page.call} </span>
            {phoneForReading(phone)}
          </a>
        </li>
      )}
      {email !== undefined && (
        <li>
          <a href={`mailto:${email}`}>
            <Mail aria-hidden="true" size={20} />
            <span class="hidden">{page.write} </span>
            {email}
          </a>
        </li>
      )}
      {all && website !== undefined && (
        <li>
          <a href={website} rel="noopener">
            <Globe aria-hidden="true" size={20} />
            <span class="hidden">{page.website} </span>
            {new URL(website).host}
          </a>
        </li>
      )}
      {all && address !== undefined && (
        <li>
          <address>
            <MapPin aria-hidden="true" size={20} />
            <span class="hidden">{page.address} </span>
            <span class="lines">{address}</span>
          </address>
        </li>
      )}
    </ul>
  );
}
