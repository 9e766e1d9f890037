// SPDX-License-Identifier: Apache-2.0
// Everything of budget::engine in one include: documents, disclosures, rules and audits.
#pragma once

#include <budget/budget.hpp>

// document
#include <budget/document/blocks.hpp>
#include <budget/document/document.hpp>
#include <budget/document/grid.hpp>
#include <budget/document/number_format.hpp>
#include <budget/document/page.hpp>
#include <budget/document/read_pages.hpp>
#include <budget/document/read_text.hpp>
#include <budget/document/sheet.hpp>
#include <budget/document/turned_page.hpp>

// proof
#include <budget/proof/bounds.hpp>
#include <budget/proof/certificate.hpp>
#include <budget/proof/decide.hpp>
#include <budget/proof/localise.hpp>
#include <budget/proof/prove.hpp>
#include <budget/proof/row_text.hpp>
#include <budget/proof/system.hpp>

// disclosure
#include <budget/disclosure/correction.hpp>
#include <budget/disclosure/difference.hpp>
#include <budget/disclosure/disclosure.hpp>
#include <budget/disclosure/join.hpp>
#include <budget/disclosure/narrative.hpp>
#include <budget/disclosure/recognise.hpp>
#include <budget/disclosure/table.hpp>
#include <budget/disclosure/table_kind.hpp>
#include <budget/disclosure/table_tree.hpp>
#include <budget/disclosure/vocabulary.hpp>

// obligation
#include <budget/obligation/judge.hpp>
#include <budget/obligation/obligation.hpp>
#include <budget/obligation/outcome.hpp>

// claim
#include <budget/claim/claim.hpp>
#include <budget/claim/claim_obligations.hpp>
#include <budget/claim/claim_words.hpp>
#include <budget/claim/quantity_name.hpp>

// rule
#include <budget/rule/bind_rules.hpp>
#include <budget/rule/pack.hpp>
#include <budget/rule/parse.hpp>
#include <budget/rule/settings.hpp>
#include <budget/rule/syntax.hpp>

// standard
#include <budget/standard/catalogs.hpp>
#include <budget/standard/claim_words.hpp>
#include <budget/standard/load_catalog.hpp>
#include <budget/standard/rules.hpp>
#include <budget/standard/vocabulary.hpp>

// audit
#include <budget/audit/audit.hpp>
#include <budget/audit/cause.hpp>
#include <budget/audit/cell_use.hpp>
#include <budget/audit/finding.hpp>
#include <budget/audit/placement.hpp>
#include <budget/audit/report.hpp>
#include <budget/audit/review.hpp>

// render
#include <budget/render/arithmetic.hpp>
#include <budget/render/csv.hpp>
#include <budget/render/error.hpp>
#include <budget/render/json.hpp>
#include <budget/render/message.hpp>
#include <budget/render/sarif.hpp>
#include <budget/render/text.hpp>
#include <budget/render/view.hpp>
#include <budget/render/words.hpp>
