// The interactive part of cards: the table of a job collection, sorted and searched, logs, searched and filtered by level, and STAC items.
import "./cards-page.css";
import "./items-view.css";
import { type StacItemsData, itemsView } from "./items-view";
import { type JobsTableData, jobsTable } from "./jobs-table";
import { type JobLogsData, logsView } from "./logs-view";

window.u42Start = (data: JobsTableData | JobLogsData | StacItemsData) => {
  document.querySelector(".u42-static")!.after("rows" in data ? jobsTable(data) : "tasks" in data ? logsView(data) : itemsView(data));
};
