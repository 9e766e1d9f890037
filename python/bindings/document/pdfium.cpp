// SPDX-License-Identifier: Apache-2.0
// Pages of a PDF through the C interface of a PDFium that is loaded already: Python gives the
// addresses of its functions and the handles of a page, and no call of Python is made for a glyph.
// What each function takes is written down in PDFium's public headers fpdf_text.h, fpdf_edit.h,
// fpdf_transformpage.h and fpdfview.h.
#include <budget/document/page.hpp>

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <map>
#include <optional>
#include <unordered_map>

#include "bindings.hpp"

namespace budget::python {
namespace {

using Handle = void*;

struct FloatBox {
  float left, top, right, bottom;  // FS_RECTF
};
struct Matrix {
  float a, b, c, d, e, f;  // FS_MATRIX
};

constexpr int type_text = 1, type_path = 2, type_form = 5;
constexpr int segment_line = 0, segment_move = 2;
constexpr int no_ink = 3, only_clip = 7;  // text render modes
constexpr int deepest_form = 8;
constexpr double thickest_rule = 3.0;  // points; a thicker rectangle is an area
constexpr double least_length = 1.0;
constexpr std::size_t most_rulings = 400000;  // a page: beyond that it is a drawing

/// PDFium's functions, found by name once.
class Pdfium {
 public:
  using AddressOf = py::typing::Callable<py::int_(py::str)>;

  explicit Pdfium(const AddressOf& address_of) {
    const auto find = [&]<class Function>(Function*& function, const char* name) {
      const auto address = address_of(name).cast<std::uintptr_t>();
      if (address == 0) throw py::value_error(std::string("PDFium has no ") + name);
      function = reinterpret_cast<Function*>(address);
    };
    find(page_width, "FPDF_GetPageWidthF");
    find(page_height, "FPDF_GetPageHeightF");
    find(page_to_device, "FPDF_PageToDevice");
    find(count_objects, "FPDFPage_CountObjects");
    find(object, "FPDFPage_GetObject");
    find(type, "FPDFPageObj_GetType");
    find(matrix, "FPDFPageObj_GetMatrix");
    find(clip_path, "FPDFPageObj_GetClipPath");
    find(count_clips, "FPDFClipPath_CountPaths");
    find(count_clip_segments, "FPDFClipPath_CountPathSegments");
    find(clip_segment, "FPDFClipPath_GetPathSegment");
    find(point, "FPDFPathSegment_GetPoint");
    find(segment_type, "FPDFPathSegment_GetType");
    find(closes, "FPDFPathSegment_GetClose");
    find(draw_mode, "FPDFPath_GetDrawMode");
    find(count_segments, "FPDFPath_CountSegments");
    find(segment, "FPDFPath_GetPathSegment");
    find(count_inner, "FPDFFormObj_CountObjects");
    find(inner, "FPDFFormObj_GetObject");
    find(count_chars, "FPDFText_CountChars");
    find(code, "FPDFText_GetUnicode");
    find(generated, "FPDFText_IsGenerated");
    find(unmapped, "FPDFText_HasUnicodeMapError");
    find(font_size, "FPDFText_GetFontSize");
    find(angle, "FPDFText_GetCharAngle");
    find(loose_box, "FPDFText_GetLooseCharBox");
    find(text_object, "FPDFText_GetTextObject");
    find(render_mode, "FPDFTextObj_GetTextRenderMode");
  }

  float (*page_width)(Handle), (*page_height)(Handle);
  int (*page_to_device)(Handle, int, int, int, int, int, double, double, int*, int*);
  int (*count_objects)(Handle);
  Handle (*object)(Handle, int);
  int (*type)(Handle);
  int (*matrix)(Handle, Matrix*);
  Handle (*clip_path)(Handle);
  int (*count_clips)(Handle);
  int (*count_clip_segments)(Handle, int);
  Handle (*clip_segment)(Handle, int, int);
  int (*point)(Handle, float*, float*);
  int (*segment_type)(Handle), (*closes)(Handle);
  int (*draw_mode)(Handle, int*, int*);
  int (*count_segments)(Handle);
  Handle (*segment)(Handle, int);
  int (*count_inner)(Handle);
  Handle (*inner)(Handle, unsigned long);
  int (*count_chars)(Handle);
  unsigned (*code)(Handle, int);
  int (*generated)(Handle, int), (*unmapped)(Handle, int);
  double (*font_size)(Handle, int);
  float (*angle)(Handle, int);
  int (*loose_box)(Handle, int, FloatBox*);
  Handle (*text_object)(Handle, int);
  int (*render_mode)(Handle);
};

/// From the coordinates of a page to points from the top left corner as it is shown.
struct PageTransform {
  double ax = 1, bx = 0, cx = 0;  // x' = ax·x + bx·y + cx
  double ay = 0, by = -1, cy = 0;

  [[nodiscard]] Box box(double x0, double y0, double x1, double y1) const {
    const double left = ax * x0 + bx * y0 + cx, right = ax * x1 + bx * y1 + cx;
    const double top = ay * x0 + by * y0 + cy, bottom = ay * x1 + by * y1 + cy;
    return {std::min(left, right), std::min(top, bottom), std::max(left, right),
            std::max(top, bottom)};
  }
};

/// The least upright rectangle around points of a page.
struct Extent {
  double left = 1e9, bottom = 1e9, right = -1e9, top = -1e9;

  void add(double x, double y) {
    left = std::min(left, x);
    right = std::max(right, x);
    bottom = std::min(bottom, y);
    top = std::max(top, y);
  }
  void cut_to(const Extent& other) {
    left = std::max(left, other.left);
    right = std::min(right, other.right);
    bottom = std::max(bottom, other.bottom);
    top = std::min(top, other.top);
  }
  [[nodiscard]] bool contains(double x, double y) const {
    return x >= left && x <= right && y >= bottom && y <= top;
  }
};

Matrix product(const Matrix& m, const Matrix& n) {  // first m, then n
  return {m.a * n.a + m.b * n.c, m.a * n.b + m.b * n.d,       m.c * n.a + m.d * n.c,
          m.c * n.b + m.d * n.d, m.e * n.a + m.f * n.c + n.e, m.e * n.b + m.f * n.d + n.f};
}

class PageReader {
 public:
  PageReader(const Pdfium& pdfium, Handle page, Handle text, int number)
      : page_(page), text_(text), pdfium_(pdfium) {
    result_.number = number;
    result_.width = static_cast<double>(pdfium.page_width(page));
    result_.height = static_cast<double>(pdfium.page_height(page));
    find_transform();
  }

  PlacedPage read() && {
    const int count = pdfium_.count_objects(page_);
    for (int i = 0; i < count; ++i) read_object(pdfium_.object(page_, i), {1, 0, 0, 1, 0, 0}, 0);
    read_glyphs();
    turn_upright();
    return std::move(result_);
  }

 private:
  // PDFium gives device pixels as whole numbers: a page of 100 pixels a point keeps two digits.
  void find_transform() {
    constexpr double scale = 100;
    const int width = static_cast<int>(result_.width * scale);
    const int height = static_cast<int>(result_.height * scale);
    const auto at = [&](double x, double y) {
      int dx = 0, dy = 0;
      pdfium_.page_to_device(page_, 0, 0, width, height, 0, x, y, &dx, &dy);
      return std::pair(dx / scale, dy / scale);
    };
    const auto [x0, y0] = at(0, 0);
    const auto [x1, y1] = at(1000, 0);
    const auto [x2, y2] = at(0, 1000);
    transform_ = {(x1 - x0) / 1000, (x2 - x0) / 1000, x0, (y1 - y0) / 1000, (y2 - y0) / 1000, y0};
  }

  /// Whether a text object is not to be seen, its number, and the part of the page that it is clipped to.
  struct Shown {
    bool hidden = false;
    int run = 0;
    std::optional<Extent> clip;
  };

  Shown shown(Handle object) const {
    Shown result;
    const int mode = pdfium_.render_mode(object);
    result.hidden = mode == no_ink || mode == only_clip;
    const Handle clip = pdfium_.clip_path(object);
    const int paths = clip ? pdfium_.count_clips(clip) : 0;
    // A form's clip paths are in its own coordinates.
    const auto form = forms_.find(object);
    const Matrix m = form == forms_.end() ? Matrix{1, 0, 0, 1, 0, 0} : form->second;
    for (int path = 0; path < paths; ++path) {
      const int segments = pdfium_.count_clip_segments(clip, path);
      if (segments < 2) continue;
      Extent extent;
      for (int s = 0; s < segments; ++s) {
        float x = 0, y = 0;
        if (pdfium_.point(pdfium_.clip_segment(clip, path, s), &x, &y) == 0) continue;
        extent.add(static_cast<double>(m.a * x + m.c * y + m.e),
                   static_cast<double>(m.b * x + m.d * y + m.f));
      }
      if (result.clip) extent.cut_to(*result.clip);
      result.clip = extent;
    }
    return result;
  }

  void read_glyphs() {
    const int count = pdfium_.count_chars(text_);
    std::unordered_map<Handle, Shown> objects;
    for (int i = 0; i < count; ++i) {
      if (pdfium_.generated(text_, i) == 1) continue;
      Glyph glyph;
      glyph.code = pdfium_.code(text_, i);
      if (glyph.code == ' ' || glyph.code == '\r' || glyph.code == '\n') continue;
      if (pdfium_.unmapped(text_, i) == 1) glyph.code = 0xFFFD;
      // A pair of UTF-16 halves comes as two characters.
      if (glyph.code >= 0xD800 && glyph.code <= 0xDBFF && i + 1 < count) {
        const unsigned low = pdfium_.code(text_, i + 1);
        glyph.code = 0x10000 + ((glyph.code - 0xD800) << 10U) + (low - 0xDC00);
        ++i;
      }
      FloatBox box{};
      if (pdfium_.loose_box(text_, i, &box) == 0) continue;
      glyph.box = transform_.box(static_cast<double>(box.left), static_cast<double>(box.bottom),
                                 static_cast<double>(box.right), static_cast<double>(box.top));
      glyph.size = pdfium_.font_size(text_, i);
      glyph.angle = angle(static_cast<double>(pdfium_.angle(text_, i)));
      const Handle object = pdfium_.text_object(text_, i);
      const auto [found, added] = objects.try_emplace(object);
      if (added && object != nullptr) found->second = shown(object);
      if (added) found->second.run = static_cast<int>(objects.size());
      const Shown& seen = found->second;
      const double x = static_cast<double>(box.left + box.right) / 2;
      const double y = static_cast<double>(box.bottom + box.top) / 2;
      glyph.run = seen.run;
      glyph.hidden = seen.hidden || (seen.clip && !seen.clip->contains(x, y));
      result_.glyphs.push_back(glyph);
    }
  }

  /// PDFium's angle in radians, counted against the page's own axes, in degrees as shown.
  [[nodiscard]] double angle(double radians) const {
    constexpr double degrees = 57.29577951308232;
    const double dx = std::cos(radians), dy = std::sin(radians);
    const double x = transform_.ax * dx + transform_.bx * -dy;
    const double y = transform_.ay * dx + transform_.by * -dy;
    return std::atan2(y, x) * degrees;
  }

  void read_object(Handle object, const Matrix& outer, int depth) {
    const int type = pdfium_.type(object);
    if (type == type_text && depth > 0) forms_.emplace(object, outer);
    if (type != type_path && type != type_form) return;
    if (result_.rulings.size() > most_rulings) return;
    Matrix own{1, 0, 0, 1, 0, 0};
    pdfium_.matrix(object, &own);
    const Matrix matrix = product(own, outer);
    if (type == type_path) {
      read_path(object, matrix);
    } else if (depth < deepest_form) {
      const int count = pdfium_.count_inner(object);
      for (int i = 0; i < count; ++i)
        read_object(pdfium_.inner(object, static_cast<unsigned long>(i)), matrix, depth + 1);
    }
  }

  void add(double x0, double y0, double x1, double y1) {
    const Box box = transform_.box(x0, y0, x1, y1);
    if (std::max(box.x1 - box.x0, box.y1 - box.y0) < least_length) return;
    if (std::min(box.x1 - box.x0, box.y1 - box.y0) > thickest_rule) return;
    result_.rulings.push_back({box});
  }

  void read_path(Handle path, const Matrix& m) {
    int fill = 0, stroke = 0;
    pdfium_.draw_mode(path, &fill, &stroke);
    if (fill == 0 && stroke == 0) return;
    const int count = pdfium_.count_segments(path);
    struct Point {
      double x = 0, y = 0;
    };
    std::vector<Point> points;  // of the figure at hand
    bool straight = true;
    const auto finish = [&](bool closed) {
      if (points.size() >= 2 && straight) {
        Extent extent;
        for (const Point& p : points) extent.add(p.x, p.y);
        const double width = extent.right - extent.left, height = extent.top - extent.bottom;
        if (std::min(width, height) <= thickest_rule) {
          // a thin rectangle, or one line
          add(extent.left, extent.bottom, extent.right, extent.top);
        } else if (stroke != 0) {
          for (std::size_t i = 1; i < points.size(); ++i)
            add(points[i - 1].x, points[i - 1].y, points[i].x, points[i].y);
          if (closed) add(points.back().x, points.back().y, points.front().x, points.front().y);
        }
      }
      points.clear();
      straight = true;
    };
    for (int i = 0; i < count; ++i) {
      const Handle s = pdfium_.segment(path, i);
      float x = 0, y = 0;
      pdfium_.point(s, &x, &y);
      const int type = pdfium_.segment_type(s);
      if (type == segment_move) finish(fill != 0);
      straight = straight && (type == segment_move || type == segment_line);
      points.push_back({static_cast<double>(m.a * x + m.c * y + m.e),
                        static_cast<double>(m.b * x + m.d * y + m.f)});
      if (pdfium_.closes(s) != 0) finish(true);
    }
    finish(fill != 0);
  }

  /// A page whose writing runs up or down is turned until it runs to the right.
  void turn_upright() {
    std::map<int, int> quarters;
    for (const Glyph& glyph : result_.glyphs)
      ++quarters[static_cast<int>(std::lround(glyph.angle / 90)) & 3];
    int most = 0;
    for (const auto& [quarter, count] : quarters)
      if (count > quarters[most]) most = quarter;
    if (most == 0 || 2 * quarters[most] <= static_cast<int>(result_.glyphs.size())) return;
    const double width = result_.width, height = result_.height;
    const auto turn = [&](const Box& b) {
      switch (most) {
        case 1: return Box{b.y0, width - b.x1, b.y1, width - b.x0};
        case 2: return Box{width - b.x1, height - b.y1, width - b.x0, height - b.y0};
        default: return Box{height - b.y1, b.x0, height - b.y0, b.x1};
      }
    };
    for (Glyph& glyph : result_.glyphs) {
      glyph.box = turn(glyph.box);
      glyph.angle -= 90.0 * most;
      if (glyph.angle < -180) glyph.angle += 360;
    }
    for (Ruling& ruling : result_.rulings) ruling.box = turn(ruling.box);
    if (most != 2) std::swap(result_.width, result_.height);
    result_.turned = 90 * most;
  }

  Handle page_, text_;
  const Pdfium& pdfium_;
  PageTransform transform_;
  std::unordered_map<Handle, Matrix> forms_;  // of the text objects in forms
  PlacedPage result_;
};

}  // namespace

void bind_pdfium(py::module_& module) {
  py::class_<Pdfium>(module, "Pdfium",
                     "The functions of a loaded PDFium by name, as addresses; for readers of PDF.")
      .def(py::init<const Pdfium::AddressOf&>(), "address_of"_a,
           "Asks for the address of each function by its name. Raises ValueError where one is 0.")
      .def(
          "read_page",
          [](const Pdfium& pdfium, std::uintptr_t page, std::uintptr_t text, int number) {
            const py::gil_scoped_release released;
            return PageReader(pdfium, reinterpret_cast<Handle>(page),
                              reinterpret_cast<Handle>(text), number)
                .read();
          },
          "page"_a, "text"_a, "number"_a,
          "The glyphs and rulings of a page, given by the handles of page and text page. The "
          "document must not be used by another thread meanwhile.");
}

}  // namespace budget::python
