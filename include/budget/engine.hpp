// SPDX-License-Identifier: Apache-2.0
// Everything of budget::engine in one include: documents, disclosures, rules and audits.
#pragma once

#include <budget/budget.hpp>

// document
#include <budget/document/document.hpp>
#include <budget/document/read_text.hpp>

// disclosure
#include <budget/disclosure/disclosure.hpp>
#include <budget/disclosure/recognise.hpp>
#include <budget/disclosure/table.hpp>
#include <budget/disclosure/table_kind.hpp>
#include <budget/disclosure/vocabulary.hpp>

// standard
#include <budget/standard/catalogs.hpp>
#include <budget/standard/vocabulary.hpp>
