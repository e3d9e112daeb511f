// Before the page with results is shown: whether it came with a question. Then the list from A to Z is not shown first.
if (/[?&]q=[^&]/.test(location.search)) document.documentElement.classList.add('gevraagd');
