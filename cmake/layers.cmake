# SPDX-License-Identifier: Apache-2.0
# The layers of cmake/layers.txt and the files that belong to each target.

set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS "${CMAKE_CURRENT_LIST_DIR}/layers.txt")
file(STRINGS "${CMAKE_CURRENT_LIST_DIR}/layers.txt" layer_lines REGEX "^[a-z]")
set(BUDGET_LAYERS)
foreach(line IN LISTS layer_lines)
  string(REGEX MATCH "^([a-z]+) +([a-z]+)$" matched "${line}")
  list(APPEND BUDGET_LAYERS ${CMAKE_MATCH_1})
  list(APPEND BUDGET_LAYERS_OF_${CMAKE_MATCH_2} ${CMAKE_MATCH_1})
endforeach()

# The public headers of the layers that a target holds.
function(budget_layer_headers result target)
  set(patterns ${BUDGET_LAYERS_OF_${target}})
  list(TRANSFORM patterns REPLACE "(.+)" "${PROJECT_SOURCE_DIR}/include/budget/\\1/*.hpp")
  file(GLOB files CONFIGURE_DEPENDS ${patterns})
  set(${result} ${files} PARENT_SCOPE)
endfunction()

# The compiled sources of the layers that a target holds.
function(budget_layer_sources result target)
  set(patterns ${BUDGET_LAYERS_OF_${target}})
  list(TRANSFORM patterns REPLACE "(.+)" "${PROJECT_SOURCE_DIR}/src/\\1/*.cpp")
  file(GLOB files CONFIGURE_DEPENDS ${patterns})
  set(${result} ${files} PARENT_SCOPE)
endfunction()
