// Imported before every schema: zod otherwise tries to compile its parsers with `new Function`, which the content
// security policy refuses and reports.
import * as z from 'zod/mini';

z.config({ jitless: true });
