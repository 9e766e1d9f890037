// SPDX-License-Identifier: Apache-2.0
// Templates of others that the headers specialise, for Doxygen, which has to know where they stand.
namespace std {
template <class T>
struct hash {};
template <class T, class Char>
struct formatter {};
}  // namespace std
namespace Eigen {
template <class T>
struct NumTraits {};
}  // namespace Eigen
