# SPDX-License-Identifier: Apache-2.0
"""Conan 2 recipe, from the source tree that it stands in: conan create packaging/conan"""

import re
from pathlib import Path
from typing import ClassVar

from conan import ConanFile
from conan.tools.cmake import CMake, CMakeDeps, CMakeToolchain, cmake_layout
from conan.tools.files import copy

SOURCE = Path(__file__).resolve().parent.parent.parent


class Budget(ConanFile):
    """The values alone, or with the compiled engine."""

    name = "budget"
    license = "Apache-2.0"
    description = "Exact reading and auditing of published government budgets"
    settings = "os", "compiler", "build_type", "arch"
    options: ClassVar[dict[str, list[bool]]] = {"engine": [True, False], "shared": [True, False]}
    default_options: ClassVar[dict[str, bool]] = {"engine": True, "shared": False}

    def set_version(self) -> None:
        """The version that CMakeLists.txt states."""
        text = (SOURCE / "CMakeLists.txt").read_text(encoding="utf-8")
        self.version = re.search(r"project\(budget VERSION ([\d.]+)", text)[1]

    def export_sources(self) -> None:
        """What the library is built from."""
        for folder in ("cmake", "data", "include", "rules", "src"):
            copy(self, f"{folder}/*", src=SOURCE, dst=self.export_sources_folder)
        for file in ("CMakeLists.txt", "LICENSE"):
            copy(self, file, src=SOURCE, dst=self.export_sources_folder)

    def layout(self) -> None:
        """Source and build folders as CMake expects them."""
        cmake_layout(self)

    def requirements(self) -> None:
        """The engine's headers need Boost's; JSON is used inside only."""
        if self.options.engine:
            self.requires("boost/[>=1.74]", transitive_headers=True, options={"header_only": True})
            self.requires("nlohmann_json/[>=3.11]")

    def generate(self) -> None:
        """Options and dependencies for CMake."""
        toolchain = CMakeToolchain(self)
        toolchain.cache_variables["BUDGET_ENGINE"] = bool(self.options.engine)
        toolchain.cache_variables["BUDGET_TESTS"] = False
        toolchain.generate()
        CMakeDeps(self).generate()

    def build(self) -> None:
        """Configures and builds."""
        cmake = CMake(self)
        cmake.configure()
        cmake.build()

    def package(self) -> None:
        """Installs headers, library and the CMake package."""
        CMake(self).install()

    def package_info(self) -> None:
        """The package's own CMake files are used."""
        self.cpp_info.set_property("cmake_find_mode", "none")
        self.cpp_info.builddirs.append("lib/cmake/budget")
