# SPDX-License-Identifier: Apache-2.0
"""Columns that become frames of other libraries: Arrow, polars, pandas. Needs no pandas itself."""
