// SPDX-License-Identifier: Apache-2.0
// Shared: one immutable value that copies share and the last one frees. What std::shared_ptr does,
// without <memory>, which takes longer to compile than all the values of this library.
#pragma once

#include <cstdint>
#include <utility>

namespace budget::inline v1 {

/// Keeps any object alive as long as a copy of this is. Copies may be made and dropped in any thread.
class Keeper {
 public:
  /// Keeps nothing.
  Keeper() noexcept = default;
  /// Keeps `object`, moved to a place of its own.
  template <class T>
  [[nodiscard]] static Keeper of(T object) {
    Keeper keeper;
    keeper.held_ = new HeldAs<T>(std::move(object));
    return keeper;
  }
  Keeper(const Keeper& other) noexcept : held_(other.held_) {
    if (held_ != nullptr) __atomic_add_fetch(&held_->count, 1, __ATOMIC_RELAXED);
  }
  Keeper(Keeper&& other) noexcept : held_(std::exchange(other.held_, nullptr)) {}
  Keeper& operator=(Keeper other) noexcept {
    std::swap(held_, other.held_);
    return *this;
  }
  ~Keeper() {
    // The last one must see what others did before they let go.
    if (held_ != nullptr && __atomic_sub_fetch(&held_->count, 1, __ATOMIC_ACQ_REL) == 0)
      delete held_;
  }

 private:
  template <class T>
  friend class Shared;

  struct Held {
    Held() noexcept = default;
    Held(const Held&) = delete;
    Held& operator=(const Held&) = delete;
    virtual ~Held() = default;
    std::uint64_t count = 1;
  };
  template <class T>
  struct HeldAs : Held {
    explicit HeldAs(T&& object) : value(std::move(object)) {}
    T value;
  };

  Held* held_ = nullptr;
};

/// A value that copies share. Null only when made without one or moved from.
template <class T>
class Shared {
 public:
  /// Null.
  Shared() noexcept = default;
  Shared(const Shared&) noexcept = default;
  Shared(Shared&& other) noexcept
      : keeper_(std::move(other.keeper_)), value_(std::exchange(other.value_, nullptr)) {}
  Shared& operator=(Shared other) noexcept {
    std::swap(keeper_, other.keeper_);
    std::swap(value_, other.value_);
    return *this;
  }
  ~Shared() = default;
  /// Shares `value`, moved to a place of its own.
  explicit Shared(T value) : keeper_(Keeper::of(std::move(value))) {
    value_ = &static_cast<Keeper::HeldAs<T>*>(keeper_.held_)->value;
  }

  /// Shares a default value that `fill(value)` has filled where it stays: it is never moved, so that
  /// its parts may point at each other.
  template <class Fill>
  [[nodiscard]] static Shared filled(Fill fill) {
    Shared shared{T{}};
    fill(static_cast<Keeper::HeldAs<T>*>(shared.keeper_.held_)->value);
    return shared;
  }

  [[nodiscard]] const T& operator*() const noexcept { return *value_; }  ///< the value
  [[nodiscard]] const T* operator->() const noexcept { return value_; }  ///< the value
  [[nodiscard]] const T* get() const noexcept { return value_; }         ///< the value, or null
  [[nodiscard]] explicit operator bool() const noexcept { return value_ != nullptr; }
  /// What keeps the value alive.
  [[nodiscard]] const Keeper& keeper() const noexcept { return keeper_; }
  /// Whether both share one value.
  friend bool operator==(const Shared& a, const Shared& b) noexcept { return a.value_ == b.value_; }

 private:
  Keeper keeper_;
  const T* value_ = nullptr;
};

}  // namespace budget::inline v1
