# SPDX-License-Identifier: Apache-2.0
# Builds one consumer project against an installed prefix, runs every program of it and
# compares the output. Called by ctest; see CMakeLists.txt beside this file.

set(prefix "${WORK}/prefix")
file(REMOVE_RECURSE "${prefix}" "${WORK}/build")

function(run)
  execute_process(COMMAND ${ARGN} RESULT_VARIABLE status OUTPUT_VARIABLE output ERROR_VARIABLE output)
  if(NOT status EQUAL 0)
    list(JOIN ARGN " " line)
    message(FATAL_ERROR "${line}\n${output}")
  endif()
endfunction()

set(flags)
if(SANITIZE)
  set(flags "-fsanitize=${SANITIZE}")
endif()

run("${CMAKE_COMMAND}" --install "${BUILD}" --prefix "${prefix}" --component runtime)
run("${CMAKE_COMMAND}" --install "${BUILD}" --prefix "${prefix}" --component development)
run("${CMAKE_COMMAND}" -G Ninja -S "${CONSUMER}" -B "${WORK}/build"
  "-DCMAKE_CXX_COMPILER=${COMPILER}" "-DCMAKE_CXX_COMPILER_LAUNCHER=${LAUNCHER}"
  "-DCMAKE_CXX_FLAGS=${flags}" "-DCMAKE_PREFIX_PATH=${prefix}" "-DBUDGET_SOURCE=${SOURCE}"
  "-DBUDGET_UNITY=ON")

# Inside someone else's project the engine would be compiled once more from the beginning:
# all of it is built in CI, elsewhere only the program that links the values.
if(CONSUMER MATCHES "add_subdirectory" AND NOT "$ENV{BUDGET_SLOW}")
  set(target values)
else()
  set(target all)
endif()
run("${CMAKE_COMMAND}" --build "${WORK}/build" --parallel 2 --target ${target})

file(STRINGS "${WORK}/build/programs.txt" programs)
if(target STREQUAL "values")
  list(FILTER programs INCLUDE REGEX "/values$")
endif()
foreach(program IN LISTS programs)
  execute_process(COMMAND "${program}" RESULT_VARIABLE status OUTPUT_VARIABLE printed)
  get_filename_component(name "${program}" NAME)
  file(READ "${CONSUMER}/../${name}.expected.txt" expected)
  if(NOT status EQUAL 0 OR NOT printed STREQUAL expected)
    message(FATAL_ERROR "${name} ended with ${status} and printed\n${printed}\ninstead of\n${expected}")
  endif()
  message(STATUS "${name} printed what was expected")
endforeach()
