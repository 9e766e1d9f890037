// SPDX-License-Identifier: Apache-2.0
#include "standard/embedded.hpp"

#include <budget/base/error.hpp>

#include <string>

namespace budget::inline v1::detail::embedded {

std::string_view text_of(std::string_view name) {
  for (const File& file : files())
    if (file.name == name) return file.text;
  const std::string missing(name);
  raise(ReadError("standard.data_missing",
                  {"程序内没有数据文件 " + missing, "built without the data file " + missing}));
}

}  // namespace budget::inline v1::detail::embedded
