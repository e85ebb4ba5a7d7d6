(function () {
  var box = document.getElementById("draw");
  if (!box || !window.PointerEvent) return;
  var field = document.getElementById("strokes");
  var canvas = box.querySelector("canvas");
  var pen = canvas.getContext("2d");
  var strokes = [];
  var stroke = null;
  box.hidden = false;
  pen.lineWidth = 4;
  pen.lineCap = pen.lineJoin = "round";
  pen.strokeStyle = "#12233a";
  function at(event) {
    var frame = canvas.getBoundingClientRect();
    var x = (event.clientX - frame.left) * canvas.width / frame.width;
    var y = (event.clientY - frame.top) * canvas.height / frame.height;
    return [Math.max(0, Math.min(canvas.width, Math.round(x))), Math.max(0, Math.min(canvas.height, Math.round(y)))];
  }
  function count() {
    return strokes.reduce(function (sum, one) { return sum + one.length; }, 0);
  }
  canvas.addEventListener("pointerdown", function (event) {
    stroke = [at(event)];
    strokes.push(stroke);
    canvas.setPointerCapture(event.pointerId);
    event.preventDefault();
  });
  canvas.addEventListener("pointermove", function (event) {
    if (!stroke || count() > 1900) return;
    var from = stroke[stroke.length - 1];
    var to = at(event);
    if (Math.abs(to[0] - from[0]) + Math.abs(to[1] - from[1]) < 3) return;
    stroke.push(to);
    pen.beginPath();
    pen.moveTo(from[0], from[1]);
    pen.lineTo(to[0], to[1]);
    pen.stroke();
  });
  canvas.addEventListener("pointerup", function () {
    stroke = null;
    field.value = JSON.stringify(strokes);
  });
  box.querySelector("button").addEventListener("click", function () {
    strokes = [];
    field.value = "";
    pen.clearRect(0, 0, canvas.width, canvas.height);
  });
})();
