export default async function tearDown() {
  await globalThis.regularsSystem?.close();
}
