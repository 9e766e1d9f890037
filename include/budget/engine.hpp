// SPDX-License-Identifier: Apache-2.0
// Everything of budget::engine in one include: documents, disclosures, rules and audits.
#pragma once

#include <budget/budget.hpp>
