# SPDX-License-Identifier: Apache-2.0
"""Disclosures written as the files in which they are published: what readers are tested with."""
