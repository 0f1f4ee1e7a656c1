"""What the makers of hostile inputs share: the folder that they are made in, and how folders, features and notebooks are written."""
import json, pathlib, sys

root = pathlib.Path(sys.argv[1])


def folder(name, **files):
    path = root / name
    path.mkdir(parents=True, exist_ok=True)
    for file, text in files.items():
        (path / file.replace("__", ".")).write_text(text)
    return path


def collection(*features):
    return json.dumps({"type": "FeatureCollection", "features": list(features)})


def feature(geometry, **properties):
    return {"type": "Feature", "geometry": geometry, "properties": properties}


def point(x, y):
    return {"type": "Point", "coordinates": [x, y]}


def beside(raster, *bands, attributes=""):
    """GDAL's .aux.xml beside a raster, with something for each band."""
    inner = "".join(f'<PAMRasterBand band="{i + 1}">{band}</PAMRasterBand>' for i, band in enumerate(bands))
    raster.with_name(raster.name + ".aux.xml").write_text(f"<PAMDataset{attributes}>{inner}</PAMDataset>")


def notebook(name, *cells, outputs=()):
    json_cells = [{"cell_type": kind, "metadata": {}, "source": source, **({"outputs": list(outputs), "execution_count": None} if kind == "code" else {})}
                  for kind, source in cells]
    text = json.dumps({"cells": json_cells, "metadata": {"language_info": {"name": "C#"}}, "nbformat": 4, "nbformat_minor": 4})
    (folder("notebooks") / f"{name}.ipynb").write_text(text)
