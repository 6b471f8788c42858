//! Nodes written as HTML, natively: what a page shows at the moment it is written.

use super::Node;
use super::element::{Parts, Setting};

/// Elements that hold nothing and have no end tag (HTML Living Standard, 13.1.2).
const VOID: [&str; 13] = [
    "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track",
    "wbr",
];

impl Node {
    /// The node as HTML. Words and values are escaped; listeners and properties belong to a browser and are left out.
    pub fn html(self) -> String {
        Writer { html: String::new(), left_out: &[] }.written(self)
    }

    /// The same for those who only read: without what does nothing before a program runs, and without drawings.
    pub fn html_to_read(self) -> String {
        Writer { html: String::new(), left_out: &["button", "dialog", "svg"] }.written(self)
    }
}

struct Writer {
    html: String,
    /// Elements that are not written.
    left_out: &'static [&'static str],
}

impl Writer {
    fn written(mut self, node: Node) -> String {
        self.write(node);
        self.html
    }

    fn write(&mut self, node: Node) {
        match node {
            Node::Nothing => {}
            Node::Text(text) => escape(&text, &mut self.html),
            Node::Element(element) => self.write_element(*element.0),
            Node::Many(nodes) => nodes.into_iter().for_each(|node| self.write(node)),
            Node::Live(live) => self.write(live.draw()),
            Node::Each(list) => {
                list.entries().into_iter().for_each(|entry| self.write((entry.draw)()))
            }
        }
    }

    fn write_element(&mut self, parts: Parts) {
        if self.left_out.contains(&parts.tag) {
            return;
        }
        self.html.push('<');
        self.html.push_str(parts.tag);
        for Setting { name, value, .. } in
            parts.settings.into_iter().filter(|setting| !setting.is_property)
        {
            if let Some(text) = value.text() {
                self.html.push(' ');
                self.html.push_str(name);
                self.html.push_str("=\"");
                escape(&text, &mut self.html);
                self.html.push('"');
            }
        }
        self.html.push('>');
        if VOID.contains(&parts.tag) {
            return;
        }
        parts.children.into_iter().for_each(|child| self.write(child));
        self.html.push_str("</");
        self.html.push_str(parts.tag);
        self.html.push('>');
    }
}

fn escape(text: &str, html: &mut String) {
    for character in text.chars() {
        match character {
            '&' => html.push_str("&amp;"),
            '<' => html.push_str("&lt;"),
            '>' => html.push_str("&gt;"),
            '"' => html.push_str("&quot;"),
            other => html.push(other),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::{IntoNode, each, h};

    #[test]
    fn words_and_values_never_become_markup() {
        let node = h::p().attr("title", "\"><script>").child("<b> & \"c\"").into_node();
        assert_eq!(
            node.html(),
            "<p title=\"&quot;&gt;&lt;script&gt;\">&lt;b&gt; &amp; \"c\"</p>"
                .replace("\"c\"", "&quot;c&quot;")
        );
    }

    #[test]
    fn what_is_not_there_leaves_nothing() {
        let node =
            h::input().attr("disabled", false).attr("id", None::<String>).attr("required", true);
        assert_eq!(node.into_node().html(), "<input required=\"\">");
    }

    #[test]
    fn whoever_only_reads_gets_no_button_that_does_nothing() {
        let button = h::button().child("Salin");
        let page = h::div().child("Harga").child(button).child(h::p().child(h::svg())).into_node();
        assert_eq!(page.html_to_read(), "<div>Harga<p></p></div>");
    }

    #[test]
    fn what_changes_is_written_as_it_is_now() {
        let list = each(
            || vec![1, 2],
            |number| number.to_string(),
            |number| h::li().child(number.to_string()).into_node(),
        );
        let node = h::ul().class(|| "list").child(list).child(|| None::<String>).into_node();
        assert_eq!(node.html(), "<ul class=\"list\"><li>1</li><li>2</li></ul>");
    }
}
