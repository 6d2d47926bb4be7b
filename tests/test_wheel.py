"""An installed wheel works away from the checkout: it holds its templates, fonts and locales."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
SAMPLE = "crest-calcinosis-44f"
TIMEOUT = 300


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel, built from this checkout without network."""
    folder = tmp_path_factory.mktemp("wheel")
    pip = [sys.executable, "-m", "pip", "--disable-pip-version-check", "--quiet"]
    options = ["--no-deps", "--no-build-isolation", "--no-index", "--wheel-dir", str(folder)]
    subprocess.run([*pip, "wheel", *options, str(ROOT)], check=True, timeout=TIMEOUT)
    (built,) = folder.glob("casereport-*.whl")
    return built


@pytest.fixture(scope="module")
def installed(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder that holds the installed package and nothing else."""
    target = tmp_path_factory.mktemp("installed")
    pip = [sys.executable, "-m", "pip", "--disable-pip-version-check", "--quiet"]
    options = ["--no-deps", "--no-index", "--no-compile", "--target", str(target)]
    subprocess.run([*pip, "install", *options, str(wheel)], check=True, timeout=TIMEOUT)
    return target


def run(installed: Path, folder: Path, *command: str) -> subprocess.CompletedProcess[str]:
    """Python with the installed copy before the checkout's, in another folder."""
    environment = {**os.environ, "PYTHONPATH": str(installed), "CASEREPORT_LANG": "en"}
    return subprocess.run(
        [sys.executable, *command],
        cwd=folder,
        env=environment,
        capture_output=True,
        text=True,
        encoding="utf-8",
        timeout=TIMEOUT,
        check=False,
    )


def test_the_wheel_holds_all_data_and_no_rubbish(wheel: Path) -> None:
    names = zipfile.ZipFile(wheel).namelist()
    data = {name.removeprefix("casereport/data/") for name in names}
    shipped = ("fonts/**/*.ttf", "fonts/*/OFL.txt", "templates/**/*.*", "locales/**/*.*",
               "casereport/**/*.txt")  # fmt: skip
    expected = {
        path.relative_to(ROOT).as_posix()
        for pattern in shipped
        for path in ROOT.glob(pattern)
        if path.is_file() and "__pycache__" not in path.parts
    }
    assert expected
    assert expected <= data
    assert [n for n in names if "__pycache__" in n or n.startswith(("tests/", "samples/"))] == []


def test_the_wheel_carries_every_licence(wheel: Path) -> None:
    names = zipfile.ZipFile(wheel).namelist()
    licences = {name.partition("licenses/")[2] for name in names if "/licenses/" in name}
    fonts = {path.relative_to(ROOT).as_posix() for path in ROOT.glob("fonts/*/OFL.txt")}
    assert licences == {"LICENSE", *fonts}


def test_the_installed_copy_finds_its_own_data(installed: Path, tmp_path: Path) -> None:
    code = (
        "import casereport, json; from casereport import resources; "
        "print(json.dumps([casereport.__file__, *(str(resources.root(kind)) "
        "for kind in ('templates', 'fonts', 'locales'))]))"
    )
    done = run(installed, tmp_path, "-c", code)
    assert done.returncode == 0, done.stderr
    places = json.loads(done.stdout)
    assert len(places) == 4
    assert [place for place in places if not place.startswith(str(installed))] == []


def test_the_installed_copy_renders_a_sample(installed: Path, tmp_path: Path) -> None:
    case = tmp_path / SAMPLE
    shutil.copytree(ROOT / "samples" / SAMPLE, case)
    done = run(installed, tmp_path, "-m", "casereport", "render", SAMPLE, "--output", "out")
    assert done.returncode == 0, done.stderr
    assert done.stdout.split() == [str(Path("out", f"{SAMPLE}.pdf"))]
    assert (tmp_path / "out" / f"{SAMPLE}.pdf").read_bytes().startswith(b"%PDF-")


def test_the_installed_copy_starts_a_case(installed: Path, tmp_path: Path) -> None:
    done = run(installed, tmp_path, "-m", "casereport", "new", "mine")
    assert done.returncode == 0, done.stderr
    assert (tmp_path / "mine" / "case.yaml").is_file()
