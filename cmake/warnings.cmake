# SPDX-License-Identifier: Apache-2.0
# One set of warnings for everything the project compiles itself.
# They never reach a consumer: the options are private to each target. They are errors
# with the oldest compilers only, g++ 12 and clang 14; what a later one adds must not
# break a build.

set(BUDGET_ERRORS OFF)
if(BUDGET_WERROR AND ((CMAKE_CXX_COMPILER_ID STREQUAL "GNU" AND CMAKE_CXX_COMPILER_VERSION VERSION_LESS 13)
    OR (CMAKE_CXX_COMPILER_ID STREQUAL "Clang" AND CMAKE_CXX_COMPILER_VERSION VERSION_LESS 15)))
  set(BUDGET_ERRORS ON)
endif()

function(budget_warnings)
  foreach(target IN LISTS ARGN)
    target_compile_options(${target} PRIVATE
      -Wall -Wextra -Wpedantic -Wconversion -Wshadow -Wnon-virtual-dtor -Woverloaded-virtual
      -Wno-missing-field-initializers  # a designated initialiser leaves the rest on purpose
      $<$<CXX_COMPILER_ID:GNU>:-Wno-restrict>  # g++ 12 sees overlaps in "a" + std::string that are none
      $<$<BOOL:${BUDGET_ERRORS}>:-Werror>)
  endforeach()
endfunction()
