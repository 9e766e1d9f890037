# SPDX-License-Identifier: Apache-2.0
# Headers, libraries and the package files that find_package(budget) reads.

include(CMakePackageConfigHelpers)

set(package_directory "${CMAKE_INSTALL_LIBDIR}/cmake/budget")

install(TARGETS budget EXPORT budgetValuesTargets
  FILE_SET HEADERS DESTINATION "${CMAKE_INSTALL_INCLUDEDIR}" COMPONENT development)
install(EXPORT budgetValuesTargets NAMESPACE budget:: DESTINATION "${package_directory}"
  COMPONENT development)

if(TARGET budget_engine)
  install(TARGETS budget_engine EXPORT budgetEngineTargets
    RUNTIME COMPONENT runtime
    LIBRARY COMPONENT runtime NAMELINK_COMPONENT development
    ARCHIVE COMPONENT development
    FILE_SET HEADERS DESTINATION "${CMAKE_INSTALL_INCLUDEDIR}" COMPONENT development)
  install(EXPORT budgetEngineTargets NAMESPACE budget:: DESTINATION "${package_directory}"
    COMPONENT development)
endif()

if(TARGET budget_eigen)
  install(TARGETS budget_eigen EXPORT budgetEigenTargets
    FILE_SET HEADERS DESTINATION "${CMAKE_INSTALL_INCLUDEDIR}" COMPONENT development)
  install(EXPORT budgetEigenTargets NAMESPACE budget:: DESTINATION "${package_directory}"
    COMPONENT development)
endif()

configure_package_config_file(
  "${CMAKE_CURRENT_LIST_DIR}/budgetConfig.cmake.in" "${PROJECT_BINARY_DIR}/budgetConfig.cmake"
  INSTALL_DESTINATION "${package_directory}")
write_basic_package_version_file(
  "${PROJECT_BINARY_DIR}/budgetConfigVersion.cmake" COMPATIBILITY SameMinorVersion)
install(FILES "${PROJECT_BINARY_DIR}/budgetConfig.cmake"
  "${PROJECT_BINARY_DIR}/budgetConfigVersion.cmake"
  DESTINATION "${package_directory}" COMPONENT development)

# For builds without CMake: pkg-config --cflags budget, --libs budget-engine.
set(pc_files budget)
if(TARGET budget_engine)
  list(APPEND pc_files budget-engine)
endif()
# From lib/pkgconfig, or lib/x86_64-linux-gnu/pkgconfig, up to the prefix.
file(RELATIVE_PATH pc_prefix "/${CMAKE_INSTALL_LIBDIR}/pkgconfig" "/")
foreach(name IN LISTS pc_files)
  configure_file("${CMAKE_CURRENT_LIST_DIR}/${name}.pc.in" "${PROJECT_BINARY_DIR}/${name}.pc" @ONLY)
  install(FILES "${PROJECT_BINARY_DIR}/${name}.pc"
    DESTINATION "${CMAKE_INSTALL_LIBDIR}/pkgconfig" COMPONENT development)
endforeach()
install(FILES LICENSE TYPE DOC COMPONENT development)
