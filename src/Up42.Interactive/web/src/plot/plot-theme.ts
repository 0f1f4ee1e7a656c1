/** The page's colours and font, as Plotly names them. */
export function theme(): Record<string, unknown> {
  const style = getComputedStyle(document.body);
  const probe = document.createElement("i");
  document.body.append(probe);
  const color = (name: string) => {
    probe.style.color = `var(${name})`;
    return getComputedStyle(probe).color;
  };
  const values: Record<string, unknown> = {
    paper_bgcolor: color("--u42-bg"),
    plot_bgcolor: color("--u42-soft"),
    "font.color": color("--u42-fg"),
    "hoverlabel.bgcolor": color("--u42-bg"),
    "hoverlabel.bordercolor": color("--u42-line"),
    "hoverlabel.font.color": color("--u42-fg"),
    "modebar.bgcolor": "rgba(0,0,0,0)",
    "modebar.color": color("--u42-muted"),
    "modebar.activecolor": color("--u42-accent"),
    "font.family": style.fontFamily,
  };
  for (const axis of ["xaxis", "yaxis"]) {
    values[`${axis}.linecolor`] = color("--u42-line");
    values[`${axis}.tickcolor`] = color("--u42-line");
    values[`${axis}.gridcolor`] = color("--u42-line");
  }
  probe.remove();
  return values;
}
