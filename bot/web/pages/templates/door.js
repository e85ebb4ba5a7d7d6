(function () {
  var code = document.getElementById("code");
  if (!code || !window.fetch || !window.DOMParser) return;
  setInterval(function () {
    fetch(location.href)
      .then(function (answer) { return answer.ok ? answer.text() : ""; })
      .then(function (text) {
        var found = text && new DOMParser().parseFromString(text, "text/html").getElementById("code");
        if (found) code.src = found.src;
      })
      .catch(function () {});
  }, 60000);
})();
