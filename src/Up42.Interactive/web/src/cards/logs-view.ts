import { element, searchBox } from "../shared/elements";
import { formatCount } from "../shared/numbers";
import { badge } from "./jobs-table";

export interface TaskLogData {
  title: string;
  color: string;
  mark: string;
  status: string;
  about: string;
  open: boolean;
  first: number;
  levels: number[];
  lines: string[];
}

export interface JobLogsData {
  caption: string;
  tasks: TaskLogData[];
}

const levels = ["All lines", "Info and graver", "Warnings and errors", "Errors"];
const leastOf = [0, 2, 3, 4];
const looks = ["", "quiet", "", "warn", "bad", "bad"];

/** Logs, each a fold; what was failing is open. A search opens the folds that have a hit and closes the others. */
export function logsView(logs: JobLogsData): HTMLElement {
  let [wanted, least] = ["", 0];
  const status = element("p", { className: "u42-count", role: "status" });
  const tasks = logs.tasks.map(taskView);
  const update = () => {
    const found = tasks.map((task) => task.show(wanted, least)).reduce((a, b) => a + b, 0);
    const all = tasks.reduce((sum, task) => sum + task.count, 0);
    status.textContent = wanted === "" && least === 0 ? "" : `${formatCount(found)} of ${formatCount(all)} lines`;
  };
  const search = searchBox("", (typed) => {
    const text = typed.trim().toLowerCase();
    wanted = text;
    update();
  });
  const choice = element("select", {}, ...levels.map((name, index) => element("option", { value: String(leastOf[index]) }, name)));
  choice.addEventListener("change", () => {
    least = Number(choice.value);
    update();
  });
  const tools = element("div", { className: "u42-tools" }, search, element("label", {}, element("span", {}, "Show"), choice), status);
  return element("div", { className: "u42-cards" }, element("p", {}, logs.caption), tools,
    element("div", { className: "u42-scroll", tabIndex: 0, role: "region", ariaLabel: "Logs" }, ...tasks.map((task) => task.fold)));
}

function taskView(task: TaskLogData): { fold: HTMLElement; count: number; show: (wanted: string, least: number) => number } {
  const lines = task.lines.map((text, index) => {
    const level = task.levels[index]!;
    const line = element("span", { className: looks[level] ? `u42-is-${looks[level]}` : "" });
    line.dataset.n = String(task.first + index);
    line.append(`${text}\n`);
    return { level, text, line };
  });
  const skipped = task.first > 1 ? [element("p", {}, `The first ${formatCount(task.first - 1)} lines are left out; Text has them all.`)] : [];
  const log = lines.length > 0 ? element("pre", {}, ...lines.map(({ line }) => line)) : element("p", {}, "The log is empty.");
  const summary = element("summary", {}, `${task.title} `, badge(task.color, task.mark, task.status), ` ${task.about}`);
  const fold = element("details", { open: task.open }, summary, ...skipped, log);
  const show = (wanted: string, least: number) => {
    let found = 0;
    for (const { level, text, line } of lines) {
      const at = wanted === "" ? 0 : text.toLowerCase().indexOf(wanted);
      line.hidden = level < least || at < 0;
      found += line.hidden ? 0 : 1;
      if (wanted !== "" && at >= 0) {
        line.replaceChildren(text.slice(0, at), element("mark", {}, text.slice(at, at + wanted.length)), `${text.slice(at + wanted.length)}\n`);
      } else if (line.childElementCount > 0) {
        line.replaceChildren(`${text}\n`);
      }
    }
    fold.open = wanted === "" && least === 0 ? task.open : found > 0;
    return found;
  };
  return { fold, count: lines.length, show };
}
