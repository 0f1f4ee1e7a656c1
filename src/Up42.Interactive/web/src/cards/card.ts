// The interactive part of cards: the table of a job collection, sorted and searched, and logs, searched and filtered by level.
import "./cards-page.css";
import { type JobsTableData, jobsTable } from "./jobs-table";
import { type JobLogsData, logsView } from "./logs-view";

window.u42Start = (data: JobsTableData | JobLogsData) => {
  document.querySelector("main")!.append("rows" in data ? jobsTable(data) : logsView(data));
};
