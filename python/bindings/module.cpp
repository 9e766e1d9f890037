// SPDX-License-Identifier: Apache-2.0
// The extension module: one bind call a header, in the order of the layers.
#include "bindings.hpp"

PYBIND11_MODULE(_core, module) {
  using namespace budget::python;
  module.doc() = "Exact amounts, disclosures and audits; import budgetcore instead.";
  module.attr("__version__") = BUDGETCORE_VERSION;

  bind_place(module);
  bind_error(module);
  bind_rounding(module);
  bind_unit(module);
  bind_ratio(module);
  bind_money(module);
  bind_money_array(module);
  bind_allocate(module);
  bind_words(module);
  bind_format(module);
  bind_interval(module);
  bind_range(module);
  bind_reading(module);
  bind_figure(module);
  bind_code(module);
  bind_code_range(module);
  bind_code_info(module);
  bind_catalog(module);
  bind_tree(module);
  bind_tree_build(module);
  bind_tree_frame(module);
  bind_tree_check(module);
  bind_share(module);
  bind_tree_edit(module);
  bind_comparison(module);
  bind_matrix(module);
  bind_measure(module);
  bind_quantity(module);
  bind_quantity_range(module);
  bind_due_date(module);
  bind_fees(module);
  bind_target(module);
  bind_indicator(module);
  bind_evaluate(module);
  bind_score(module);
  bind_grid(module);
  bind_document(module);
  bind_blocks(module);
  bind_number_format(module);
  bind_sheet(module);
  bind_page(module);
  bind_read_pages(module);
  bind_pdfium(module);
  bind_read_text(module);
  bind_table_kind(module);
  bind_table(module);
  bind_table_frame(module);
  bind_disclosure(module);
  bind_target_table(module);
  bind_recognise(module);
  bind_correction(module);
  bind_difference(module);
  bind_obligation(module);
  bind_outcome(module);
  bind_claim(module);
  bind_prove(module);
  bind_syntax(module);
  bind_pack(module);
  bind_catalogs(module);
  bind_load_catalog(module);
  bind_rules(module);
  bind_cause(module);
  bind_finding(module);
  bind_report(module);
  bind_audit(module);
  bind_cells(module);
  bind_text(module);
  bind_json(module);
  bind_csv(module);
}
