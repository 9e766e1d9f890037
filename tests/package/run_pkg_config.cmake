# SPDX-License-Identifier: Apache-2.0
# Compiles programs with what pkg-config says of an installed prefix that was moved, and compares
# their output. Called by ctest; see CMakeLists.txt beside this file.

file(REMOVE_RECURSE "${WORK}")
file(MAKE_DIRECTORY "${WORK}")

function(run result)
  execute_process(COMMAND ${ARGN} RESULT_VARIABLE status OUTPUT_VARIABLE output ERROR_VARIABLE errors
    OUTPUT_STRIP_TRAILING_WHITESPACE)
  if(NOT status EQUAL 0)
    list(JOIN ARGN " " line)
    message(FATAL_ERROR "${line}\n${output}\n${errors}")
  endif()
  set(${result} "${output}" PARENT_SCOPE)
endfunction()

run(ignored "${CMAKE_COMMAND}" --install "${BUILD}" --prefix "${WORK}/first" --component development)
file(RENAME "${WORK}/first" "${WORK}/prefix")
file(GLOB_RECURSE descriptions "${WORK}/prefix/*.pc")
list(GET descriptions 0 description)
get_filename_component(folder "${description}" DIRECTORY)
set(ENV{PKG_CONFIG_PATH} "${folder}")

run(values_flags pkg-config --cflags budget)
run(engine_flags pkg-config --cflags --libs budget-engine)
separate_arguments(values_flags)
separate_arguments(engine_flags)
set(sanitize)
if(SANITIZE)
  set(sanitize "-fsanitize=${SANITIZE}")
endif()

run(ignored "${COMPILER}" -std=c++20 ${sanitize} "${SOURCE}/values.cpp" -o "${WORK}/values" ${values_flags})
# Without optimisation, so that no throwing call is merely optimised away.
run(ignored "${COMPILER}" -std=c++20 -O0 ${sanitize} -fno-exceptions -fno-rtti "${SOURCE}/no_exceptions.cpp"
  -o "${WORK}/no_exceptions" ${values_flags})
run(ignored "${COMPILER}" -std=c++20 ${sanitize} "${SOURCE}/reading.cpp" -o "${WORK}/reading" ${engine_flags})
foreach(program IN ITEMS values no_exceptions reading)
  execute_process(COMMAND "${WORK}/${program}" RESULT_VARIABLE status OUTPUT_VARIABLE printed)
  file(READ "${SOURCE}/${program}.expected.txt" expected)
  if(NOT status EQUAL 0 OR NOT printed STREQUAL expected)
    message(FATAL_ERROR "${program} ended with ${status} and printed\n${printed}\ninstead of\n${expected}")
  endif()
  message(STATUS "${program} printed what was expected")
endforeach()
