# SPDX-License-Identifier: Apache-2.0
# One set of warnings for everything the project compiles itself.
# They never reach a consumer: the options are private to each target.

function(budget_warnings)
  foreach(target IN LISTS ARGN)
    target_compile_options(${target} PRIVATE
      -Wall -Wextra -Wpedantic -Wconversion -Wshadow -Wnon-virtual-dtor -Woverloaded-virtual
      -Wno-missing-field-initializers  # a designated initialiser leaves the rest on purpose
      $<$<BOOL:${BUDGET_WERROR}>:-Werror>)
  endforeach()
endfunction()
