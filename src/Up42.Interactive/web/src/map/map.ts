import * as L from "leaflet";
import "./map.css";
import { element } from "../shared/elements";
import { deepest, latLngBounds, tiles } from "./basemaps";
import { Crosshair } from "./crosshair";
import { DrawTool } from "./draw/draw";
import { Failures } from "./failures";
import { FeatureTables } from "./features/feature-tables";
import { showRows } from "./features/row-places";
import { unpackLayers } from "./features/packed/packed-features";
import { vectorLayers } from "./features/vector-layers";
import { Graticule } from "./graticule";
import { classKeys } from "./images/class-keys";
import { ImageReader } from "./images/image-reader";
import { ImageValues } from "./images/image-values";
import { Pictures } from "./images/pictures";
import { layerPanel, type BasemapEntry, type PanelEntry } from "./layer-panel";
import { legend } from "./features/legend";
import { Locator } from "./locator";
import { buttons, readout, wheelAfterClick } from "./map-controls";
import type { ImageLayerData, MapPageData } from "./map-page-data";
import { Measure } from "./measure/measure";
import { NoteLine } from "./note-line";
import { fitPopups } from "./features/popup";
import { restyledImages } from "./restyle/restyled-images";
import { RestylePanel } from "./restyle/restyle-panel";
import { saveViewButton } from "./snapshot/save-view";
import { StepPanes } from "./steps/step-panes";
import { stepped, together } from "./steps/steps";
import { twoFingers } from "./touch";

const pixelZoom = 5;
const mostLegends = 3;
const wideFrame = 720;

window.u42Start = async (data: MapPageData) => {
  const container = element("div", { className: "u42-map" });
  const side = element("div", { className: "u42-side" });
  const foot = element("div", { className: "u42-foot" });
  container.setAttribute("role", "region");
  container.setAttribute("aria-label", "Map. Arrow keys move it, plus and minus zoom, C reads values.");
  side.tabIndex = 0;
  side.setAttribute("role", "group");
  side.setAttribute("aria-label", "Layers and legend");
  document.querySelector("main")!.append(element("div", { className: "u42-frame" }, container, side, foot));

  const options = { zoomSnap: 0.25, zoomDelta: 0.5, maxZoom: closest(data.images), minZoom: 0, attributionControl: false, zoomAnimation: !data.mode };
  const map = L.map(container, options);
  const panes = new StepPanes(map);
  const credits = L.control.attribution({ prefix: false }).addTo(map);
  const note = new NoteLine();
  const failures = new Failures(note);
  const home = () => map.fitBounds(latLngBounds(data.bounds), { paddingTopLeft: [56, 28], paddingBottomRight: [28, 28], animate: false });
  home();
  new Graticule().addTo(map);

  const basemaps: BasemapEntry[] = [
    ...data.basemaps.map((basemap) => ({ name: basemap.name, layer: tiles(basemap, note) })),
    { name: "None", layer: L.layerGroup() },
  ];
  basemaps.at(data.basemap)!.layer.addTo(map);
  const pictures = new Pictures(data.images);
  const images = data.images.map((image) => {
    const layer = pictures.create(image, panes).addTo(map);
    failures.watch(layer, image.name);
    return { image, layer, values: image.values && new ImageValues(image.values, layer.getBounds()) };
  });
  await unpackLayers(data.vectors);
  const vectors = vectorLayers(map, data, panes, failures);
  const steps = data.mode ? stepped(map, data, panes, pictures, images, vectors, basemaps) : null;

  const tables = new FeatureTables(container, note);
  const entries: PanelEntry[] = [
    ...(data.mode === "timeline" ? [together(images, map)] : []),
    ...(data.mode === "timeline" ? [] : images).map(({ image, layer }) => ({
      group: image.group,
      name: image.name,
      hint: image.hint,
      layer,
      setOpacity: (opacity: number) => [layer, steps?.copyOf(layer) as typeof layer | undefined].forEach((each) => each?.setOpacity(opacity)),
      zoomTo: () => latLngBounds(image.valid),
    })),
    ...vectors.map((layer) => ({
      group: layer.data.group,
      name: layer.data.name,
      hint: layer.data.hint ?? layer.data.name,
      layer: layer.group,
      swatch: layer.data.fillOpacity > 0 ? undefined : layer.data,
      setOpacity: (opacity: number) => layer.setOpacity(opacity),
      zoomTo: () => layer.group.getBounds(),
      showTable: () => tables.show(layer),
    })),
  ];
  if (data.draw) {
    const covers = vectors.filter(({ data: { isFootprint } }) => isFootprint).flatMap(({ polygons }) => polygons);
    side.append(new DrawTool(data.draw, covers).addTo(map));
  }
  const bars = new Map(data.images.flatMap(({ bar }) => (bar ? [[JSON.stringify(bar), bar] as const] : [])));
  side.append(...(data.classKeys ? failures.attempt("The legend of classes", () => classKeys(data.classKeys!)) : []));
  if (bars.size > 0 || data.key) {
    const show = (index: number, isShown: boolean) => vectors.forEach((layer) => layer.setClass(index, isShown));
    side.append(...failures.attempt("The legend", () => legend([...bars.values()].slice(0, mostLegends), data.key, show)));
  }
  side.append(...(steps?.root ? [steps.root] : []));
  const hideBars = (isRestyled: boolean) => side.querySelectorAll(".u42-bars").forEach((bar) => bar.toggleAttribute("hidden", isRestyled));
  const restyled = restyledImages(images).flatMap((group, index, all) => {
    const made = failures.attempt("The choice of bands", () => new RestylePanel(map, group, data.scales, hideBars));
    made.forEach(({ root }) => (root.open = index === 0 && all.length <= 2));
    return made;
  });
  side.append(...restyled.map(({ root }) => root));
  side.append(layerPanel(map, entries, basemaps, data.remarks, side.parentElement!.clientWidth >= wideFrame));
  side.append(new Locator(map).box);

  const reader = new ImageReader(map, images, data.steps, () => steps?.told() ?? []);
  const tell = readout(map, (place) => {
    restyled.forEach((panel) => panel.point(place));
    steps?.point(place);
    return reader.describe(place);
  });
  const measure = new Measure(map);
  const pick = (place: L.LatLng) => measure.add(place) || steps?.pick(place);
  const crosshair = new Crosshair(map, (place) => reader.ready().then(() => tell(place)), (place) => reader.outline(place), pick);
  const begin = ({ latlng }: L.LeafletMouseEvent) => void reader.begin(() => tell(latlng));
  map.on("mousemove", begin).on("click", begin);
  map.on("click", ({ latlng }) => void reader.ready().then(() => steps?.pick(latlng)));
  buttons(home, crosshair.button, measure.button, saveViewButton(container, note)).addTo(map);
  foot.append(L.control.scale({ imperial: false, maxWidth: 140 }).addTo(map).getContainer()!, measure.result, note.root, credits.getContainer()!);
  fitPopups(map, vectors.map(({ group }) => group));
  showRows(map, latLngBounds(data.bounds), vectors);
  wheelAfterClick(map);
  twoFingers(map);
  container.addEventListener("keydown", ({ key }) => key === "Escape" && map.closePopup());
  new ResizeObserver(() => map.invalidateSize({ pan: false })).observe(container);
  map.invalidateSize({ pan: false });
  steps?.start();
  home();
  window.u42Map = map;
};

/** The zoom at which a pixel of the finest image is a square of some size; without images far enough for any feature. */
function closest(images: ImageLayerData[]): number {
  const zooms = images.map(({ bounds: [, west, , east], columns, values }) => {
    const reduced = values ? values.pixels.sourceColumns / values.pixels.columns : 1;
    return Math.log2((360 * columns * reduced) / (256 * (east - west))) + pixelZoom;
  });
  return zooms.length > 0 ? Math.max(1, Math.min(deepest, Math.ceil(Math.max(...zooms)))) : deepest;
}
