// A rule for html-validate: a table tells what each of its cells means. Neither axe nor html-validate nor the Nu checker sees
// a table without any header cell.
import { Rule } from 'html-validate';

const scopes = ['col', 'row', 'colgroup', 'rowgroup'];

class TableHeaders extends Rule {
  setup() {
    this.on('dom:ready', ({ document }) => {
      for (const table of document.querySelectorAll('table')) this.look_at(table);
    });
  }

  look_at(table) {
    const headers = table.querySelectorAll('th');
    if (headers.length === 0) this.report(table, 'table has no header cells');
    for (const header of headers) {
      if (!scopes.includes(header.getAttributeValue('scope'))) this.report(header, 'header cell has no scope');
    }
    // A head above the columns, or a header at the start of every row.
    const has_head = table.querySelectorAll('thead th').length > 0;
    for (const row of has_head ? [] : table.querySelectorAll('tr')) {
      if (row.querySelectorAll('th').length === 0) this.report(row, 'row has no header cell and the table has no head');
    }
  }
}

export default { name: 'wegwijs', rules: { 'wegwijs/table-headers': TableHeaders } };
