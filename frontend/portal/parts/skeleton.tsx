/** The shape of what is coming. The same as in index.html, so that nothing moves when the page takes over. */
export function Skeleton() {
  return (
    <div class="shell" aria-hidden="true">
      <div class="shell-bar" />
      <div class="shell-card" />
      <div class="shell-line" />
      <div class="shell-line" />
    </div>
  );
}
