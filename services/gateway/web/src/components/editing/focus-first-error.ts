/** Where to look and to type next: the first field that is wrong, else what is said of the whole. Once it is drawn. */
export function focusFirstError(): void {
  requestAnimationFrame(() => {
    const field = document.querySelector<HTMLElement>("main [aria-invalid=true]");
    if (field) field.focus();
    else document.querySelector("main form [role=alert]")?.scrollIntoView({ block: "center" });
  });
}
