import { Text } from '@mantine/core';
import { correction, generate } from 'lean-qr';
import { toSvgPath } from 'lean-qr/extras/svg';
import { useMemo } from 'react';
import { useWords } from '../app/page.ts';
import styles from './Payments.module.css';

/** The address of the card page for a phone to scan, drawn here: no picture is fetched from anywhere. */
export function CardCode({ url }: { url: string }) {
  const words = useWords().payments;
  const { size, path } = useMemo(() => {
    const code = generate(url, { maxCorrectionLevel: correction.M });
    return { size: code.size, path: toSvgPath(code) };
  }, [url]);
  return (
    <div className={styles.code}>
      <Text size="sm">{words.updateScan}</Text>
      <svg viewBox={`0 0 ${size} ${size}`} role="img" aria-label={words.updateCode} shapeRendering="crispEdges">
        <path d={path} fill="#000" />
      </svg>
    </div>
  );
}
