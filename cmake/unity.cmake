# SPDX-License-Identifier: Apache-2.0
# Sources of one folder compiled several at a time: what they all include is then read once. Builds
# from nothing take half the time; names that one file keeps to itself must differ within a folder.

option(BUDGET_UNITY "Compile several sources at a time" OFF)
set(BUDGET_UNITY_SIZE 8 CACHE STRING "How many sources at a time")

function(budget_unity target)
  if(NOT BUDGET_UNITY)
    return()
  endif()
  get_target_property(files ${target} SOURCES)
  list(FILTER files INCLUDE REGEX "\\.cpp$")
  list(SORT files)
  foreach(file IN LISTS files)
    get_filename_component(folder "${file}" DIRECTORY)
    string(MAKE_C_IDENTIFIER "${folder}" group)
    math(EXPR number "${count_${group}} + 0")
    math(EXPR part "${number} / ${BUDGET_UNITY_SIZE}")
    math(EXPR count_${group} "${number} + 1")
    set_source_files_properties("${file}" PROPERTIES UNITY_GROUP "${group}_${part}")
  endforeach()
  set_target_properties(${target} PROPERTIES UNITY_BUILD ON UNITY_BUILD_MODE GROUP)
endfunction()
