// SPDX-License-Identifier: Apache-2.0
#include <budget/claim/quantity_name.hpp>

#include <utility>

namespace budget::inline v1 {

bool QuantityName::empty() const noexcept {
  for (std::size_t i = 0; i < slot_count; ++i)
    if (!slots[i].empty() && i != static_cast<std::size_t>(Slot::period)) return false;
  return subject.empty();
}

QuantityName completed(QuantityName quantity, const QuantityName& from) {
  for (std::size_t i = 0; i < slot_count; ++i)
    if (quantity.slots[i].empty() && i != static_cast<std::size_t>(Slot::period))
      quantity.slots[i] = from.slots[i];
  if (quantity.subject.empty()) quantity.subject = from.subject;
  return quantity;
}

std::string to_string(const QuantityName& quantity) {
  std::string text;
  const auto add = [&](const std::string& part) {
    if (!part.empty()) text += (text.empty() ? "" : "·") + part;
  };
  for (const std::string& slot : quantity.slots) add(slot);
  for (const std::string& name : quantity.subject) add(name);
  return text;
}

}  // namespace budget::inline v1
